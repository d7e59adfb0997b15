-- What is asked of a person stands first in lists from now on; so does what was asked before.
do $$
begin
    if to_regclass('act_ru_task') is not null then
        update act_ru_task set priority_ = 75
        where task_def_key_ in ('Activity_ExplainDelay', 'Activity_GiveInstruction');
    end if;
end
$$;
