namespace DocFlow.Office.People;

/// <summary>A角 and B角: who of those with one post has its work now.</summary>
public static class PostHolders
{
    /// <param name="isActing">A stand-in (B角) of the post.</param>
    /// <param name="isAway">On leave now.</param>
    public static IEnumerable<T> Of<T>(IReadOnlyCollection<T> ofPost, Func<T, bool> isActing, Func<T, bool> isAway)
    {
        var (holders, standIns) = (ofPost.Where(holder => !isActing(holder)).ToList(), ofPost.Where(isActing).ToList());
        var present = holders.Where(holder => !isAway(holder)).ToList();
        if (present.Count > 0)
            return present;
        var ready = standIns.Where(standIn => !isAway(standIn)).ToList();
        // With nobody there, the work waits for those whose it is.
        return ready.Count > 0 ? ready : holders.Count > 0 ? holders : standIns;
    }
}
