using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Running;

/// <summary>会议室借用 as a declared procedure, and matters of it as they stand in the database.</summary>
internal sealed class BorrowRoom : IProcedures
{
    public const string Id = "borrow-room";

    private static readonly Procedure Declared = Declaration.Whole(json => Declaration.Set(json, "customProperties.docflow.register.columns", """
        [{"title":"编号","from":"number"},{"title":"事由","from":"title"},{"title":"会议室","from":"field:room"},{"title":"人数","from":"field:people","total":true},
         {"title":"登记人","from":"starter"},{"title":"期限","from":"due"},{"title":"状态","from":"state"},{"title":"灯","from":"light"}]
        """)).Procedure!;

    public Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Procedure>>([Declared]);

    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult(definitionId is Id or "policy-document");

    /// <summary>Writes a matter; null leaves a field out.</summary>
    public static Task<string> AddAsync(OfficeHost office, string login, string title, string? room, decimal? people, DateTimeOffset at, bool isClosed = false) => office.ActAsync<IOfficeData, string>(async data =>
    {
        var starter = await data.People.SingleAsync(person => person.Login == login);
        var post = await data.Appointments.Where(row => row.PersonId == starter.Id).Select(row => row.Post!).FirstAsync();
        var matter = new Document
        {
            Id = OfficeId.New(at), Title = title, Kind = "会议室借用", ProcedureId = Id, IsMatter = true, State = isClosed ? DocumentState.Archived : DocumentState.Running, DrafterId = starter.Id,
            DrafterUnitId = post.UnitId, InstanceId = OfficeId.New(at), CreatedAt = at.ToUniversalTime(), UpdatedAt = at.ToUniversalTime(), DueAt = at.AddDays(3).ToUniversalTime(),
            ClosedAt = isClosed ? at.AddDays(1).ToUniversalTime() : null,
        };
        data.Documents.Add(matter);
        if (room is not null)
            data.MatterValues.Add(new MatterValue { DocumentId = matter.Id, ProcedureId = Id, Key = "room", Text = room });
        if (people is { } number)
            data.MatterValues.Add(new MatterValue { DocumentId = matter.Id, ProcedureId = Id, Key = "people", Text = number.ToString(CultureInfo.InvariantCulture), Number = (long)(number * MatterValue.Scale) });
        await data.SaveChangesAsync();
        return matter.Id;
    });
}
