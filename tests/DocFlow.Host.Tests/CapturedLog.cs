using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DocFlow.Host.Tests;

/// <summary>What a host logs, as lines that can be waited for.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public HostChoice Choice => new(Replace: services => services.AddSingleton<ILoggerProvider>(this));

    /// <summary>The next line with these words; what came before it is not looked at again.</summary>
    public async Task<string> WaitForAsync(params string[] words)
    {
        using var patience = new CancellationTokenSource(Patience);
        var passed = new List<string>();
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(patience.Token))
            {
                if (words.All(word => line.Contains(word, StringComparison.Ordinal)))
                    return line;
                passed.Add(line);
            }
        }
        catch (OperationCanceledException)
        {
            // Said below, with what came instead.
        }

        throw new InvalidOperationException($"Not logged: {string.Join(" … ", words)}. Logged: {string.Join('\n', passed)}");
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite(formatter(state, exception));

    public void Dispose()
    {
    }
}
