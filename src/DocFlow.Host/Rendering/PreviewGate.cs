using DocFlow.Host.Composition;

namespace DocFlow.Host.Rendering;

/// <summary>Lets some previews at a time be drawn, and nobody wait for ever.</summary>
internal sealed class PreviewGate(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <exception cref="BusyException">No place became free, or the drawing took too long.</exception>
    public async Task<T> RunAsync<T>(Func<T> draw, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(Longest, cancellationToken))
            throw new BusyException("正在绘制的预览太多，请稍后再试。");
        // The place is given back when the drawing ends, not when the caller stops waiting.
        var drawing = Task.Run(
            () =>
            {
                try
                {
                    return draw();
                }
                finally
                {
                    _places.Release();
                }
            },
            CancellationToken.None);
        try
        {
            return await drawing.WaitAsync(Longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BusyException($"预览用了{Longest.TotalSeconds:0}秒还没有画完，已停止等待。文稿没有受影响，请精简后再试。");
        }
    }

    public void Dispose() => _places.Dispose();
}
