namespace DocFlow.Host.Pages.Frame;

/// <summary>Lets a page say that what stands around it has changed: counts in the menu, the bell.</summary>
internal sealed class FrameWatch(Func<Task> look)
{
    public Task LookAsync() => look();
}
