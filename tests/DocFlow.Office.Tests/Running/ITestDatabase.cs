namespace DocFlow.Office.Tests.Running;

/// <summary>A kind of database that the suite runs on.</summary>
public interface ITestDatabase
{
    /// <summary>The settings of a new, empty database.</summary>
    Task<Dictionary<string, string?>> CreateAsync(string folder);

    /// <summary>The settings of a new database with what <paramref name="fill"/> puts into an empty one. Kinds that can copy fill one and copy it.</summary>
    async Task<Dictionary<string, string?>> CreateFilledAsync(string folder, Func<Dictionary<string, string?>, Task> fill)
    {
        var settings = await CreateAsync(folder);
        await fill(settings);
        return settings;
    }
}
