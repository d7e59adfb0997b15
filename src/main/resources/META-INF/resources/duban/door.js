// The webapps show a login form of their own when a session has ended. It leads nowhere here: our login page is the
// only door. Loading the page anew leads there, and back again afterwards.
const shownTheirForm = () => /^#!?\/login/.test(location.hash);

const toOurDoor = () => {
  if (shownTheirForm()) {
    location.replace(location.pathname);
  }
};

addEventListener("hashchange", toOurDoor);
toOurDoor();

export default [];
