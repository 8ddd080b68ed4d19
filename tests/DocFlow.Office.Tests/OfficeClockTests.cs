using DocFlow.Office.Time;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Office.Tests;

public sealed class OfficeClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Now_WhenStartedElsewhere_RunsOnFromThere()
    {
        var system = new FakeTimeProvider();
        var clock = new OfficeClock(system, Start);

        system.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddMinutes(5), clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Now.Offset);
    }

    [Fact]
    public void MoveTo_WhenEarlier_IsRefused()
    {
        var clock = new OfficeClock(new FakeTimeProvider(), Start);

        clock.MoveTo(Start.AddDays(1));

        Assert.Equal(Start.AddDays(1), clock.Now);
        Assert.Throws<RefusalException>(() => clock.MoveTo(Start));
        Assert.Equal(Start.AddDays(1), clock.Now);
    }
}
