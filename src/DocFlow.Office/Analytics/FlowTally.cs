namespace DocFlow.Office.Analytics;

/// <summary>Takes the events of one procedure in their order and keeps what analysis needs of them.</summary>
internal sealed class FlowTally(WorkingTime time)
{
    public const string Start = "开始";
    public const string End = "归档";
    private const double Slow = 0.9;

    private readonly Dictionary<string, Trace> _traces = [];
    private readonly Dictionary<string, StepTally> _steps = [];
    private readonly Dictionary<(string From, string To), int> _paths = [];

    public int Items => _traces.Count;

    /// <summary>The matter's beginning: its first step, done by whoever began it.</summary>
    public void Begin(FlowItem item, string step)
    {
        Of(item).Steps.Add(new Visit(Start, null, null, item.StartedAt, false, false));
        Of(item).Steps.Add(new Visit(step, null, null, item.StartedAt, false, false));
    }

    /// <summary>A decision. Several seats of one visit are one.</summary>
    public void Decide(FlowItem item, string step, DateTimeOffset openedAt, DateTimeOffset? seenAt, DateTimeOffset at, bool isReturn)
    {
        var steps = Of(item).Steps;
        var index = steps.FindLastIndex(visit => visit.Step == step && visit.OpenedAt == openedAt);
        var earlier = index < 0 ? null : steps[index];
        if (index >= 0)
            steps.RemoveAt(index);
        var seen = earlier?.SeenAt is { } before && (seenAt is null || before < seenAt) ? before : seenAt;
        steps.Add(new Visit(step, openedAt, seen, at, isReturn || earlier?.IsReturn == true, false));
    }

    public void Skip(FlowItem item, string step, DateTimeOffset at) => Of(item).Steps.Add(new Visit(step, null, null, at, false, true));

    public void Close(FlowItem item, DateTimeOffset at)
    {
        Of(item).ClosedAt = at;
        Of(item).Steps.Add(new Visit(End, null, null, at, false, false));
    }

    public ProcessReading Tell(ProcessReading reading, DesignedFlow? designed)
    {
        foreach (var trace in _traces.Values)
            Count(trace);
        var order = (designed?.Steps ?? []).Concat(_steps.OrderBy(step => step.Value.First).Select(step => step.Key)).Distinct().ToList();
        var all = _traces.Values.ToList();
        var whole = GroupOf("", all);
        return reading with
        {
            ReturnRate = whole.ReturnRate,
            FirstPassRate = whole.FirstPassRate,
            MedianHours = whole.MedianHours,
            Steps = [.. order.Where(name => _steps.ContainsKey(name) || designed?.Steps.Contains(name) == true).Select(name => (_steps.GetValueOrDefault(name) ?? new StepTally(0)).Tell(name, designed?.Steps.Contains(name) != false))],
            Paths = [.. _paths.Select(path => new PathReading(path.Key.From, path.Key.To, path.Value, designed?.Leads(path.Key.From, path.Key.To) != false, IsBack(path.Key.From, path.Key.To)))
                .OrderByDescending(path => path.Count).ThenBy(path => Place(path.From)).ThenBy(path => Place(path.To))],
            ByKind = [.. all.GroupBy(trace => trace.Item.Kind).Select(same => GroupOf(same.Key, [.. same])).OrderByDescending(group => group.Items)],
            ByUnit = [.. all.GroupBy(trace => trace.Item.UnitName).Select(same => GroupOf(same.Key, [.. same])).OrderByDescending(group => group.Items)],
            Items = _traces.Count,
            Closed = all.Count(trace => trace.ClosedAt is not null),
        };

        int Place(string name) => name == Start ? -1 : order.IndexOf(name) is >= 0 and var at ? at : order.Count;
        bool IsBack(string from, string to) => to != End && Place(to) <= Place(from);
    }

    private void Count(Trace trace)
    {
        for (var index = 0; index < trace.Steps.Count; index++)
        {
            var visit = trace.Steps[index];
            if (index > 0)
                _paths[(trace.Steps[index - 1].Step, visit.Step)] = _paths.GetValueOrDefault((trace.Steps[index - 1].Step, visit.Step)) + 1;
            if (visit.Step is Start or End)
                continue;
            if (!_steps.TryGetValue(visit.Step, out var step))
                _steps[visit.Step] = step = new StepTally(_steps.Count);
            step.Add(visit, time);
        }
    }

    private GroupReading GroupOf(string name, List<Trace> traces)
    {
        var closed = traces.FindAll(trace => trace.ClosedAt is not null);
        var visits = traces.Sum(trace => trace.Steps.Count(visit => visit.OpenedAt is not null));
        var returned = traces.Sum(trace => trace.Steps.Count(visit => visit.IsReturn));
        return new GroupReading(
            name, traces.Count, closed.Count, visits == 0 ? null : (double)returned / visits, closed.Count == 0 ? null : (double)closed.Count(trace => !trace.Steps.Exists(visit => visit.IsReturn)) / closed.Count,
            Middle([.. closed.Select(trace => time.HoursBetween(trace.Item.StartedAt, trace.ClosedAt!.Value))]));
    }

    private Trace Of(FlowItem item)
    {
        if (!_traces.TryGetValue(item.Id, out var trace))
            _traces[item.Id] = trace = new Trace(item);
        return trace;
    }

    private static double? Middle(List<double> hours) => At(hours, 0.5);

    // Between the two middle ones where there are two.
    private static double? At(List<double> hours, double share)
    {
        if (hours.Count == 0)
            return null;
        hours.Sort();
        var place = share * (hours.Count - 1);
        var (low, high) = (hours[(int)Math.Floor(place)], hours[(int)Math.Ceiling(place)]);
        return Math.Round(low + (high - low) * (place - Math.Floor(place)), 2);
    }

    private sealed record Visit(string Step, DateTimeOffset? OpenedAt, DateTimeOffset? SeenAt, DateTimeOffset At, bool IsReturn, bool IsSkipped);

    private sealed class Trace(FlowItem item)
    {
        public FlowItem Item { get; } = item;

        public List<Visit> Steps { get; } = [];

        public DateTimeOffset? ClosedAt { get; set; }
    }

    private sealed class StepTally(int first)
    {
        private readonly List<double> _hours = [];
        private readonly List<double> _waiting = [];
        private readonly List<double> _working = [];
        private int _visits;
        private int _returned;
        private int _skipped;

        public int First { get; } = first;

        public void Add(Visit visit, WorkingTime time)
        {
            if (visit.IsSkipped)
            {
                _skipped++;
                return;
            }

            _visits++;
            _returned += visit.IsReturn ? 1 : 0;
            if (visit.OpenedAt is not { } opened)
                return;
            _hours.Add(time.HoursBetween(opened, visit.At));
            // Never opened on its page: it waited all the time.
            var seen = visit.SeenAt is { } at && at < visit.At ? at : visit.At;
            _waiting.Add(time.HoursBetween(opened, seen));
            _working.Add(time.HoursBetween(seen, visit.At));
        }

        public StepReading Tell(string name, bool isDesigned) => new(name, isDesigned, _visits, _returned, _skipped, Middle(_hours), At(_hours, Slow), Middle(_waiting), Middle(_working));
    }
}

/// <summary>What an event is on.</summary>
internal sealed record FlowItem(string Id, string Kind, string UnitName, DateTimeOffset StartedAt);
