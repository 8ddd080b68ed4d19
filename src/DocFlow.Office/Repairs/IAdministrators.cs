namespace DocFlow.Office.Repairs;

/// <summary>The people of the office who look after procedures; the host knows the accounts.</summary>
public interface IAdministrators
{
    Task<IReadOnlyList<string>> PersonIdsAsync(CancellationToken cancellationToken);
}
