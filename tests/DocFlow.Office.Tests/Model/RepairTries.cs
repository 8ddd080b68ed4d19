using System.Globalization;
using DocFlow.Office.Repairs;

namespace DocFlow.Office.Tests.Model;

/// <summary>An administrator's tries: to another step, to another version of the procedure.</summary>
internal sealed class RepairTries(IPlayedOffice office, ActMemory memory, string documentId)
{
    private const string Account = "sysadmin";

    public async Task TryAsync(OfficeCommand command, Scene scene)
    {
        var key = memory.Tries.ToString(CultureInfo.InvariantCulture);
        var node = office.Steps[command.Whom % office.Steps.Count];
        var (version, wanted) = (1 + (command.Who % 2), command.Who % 3 == 0 ? node : null);

        // Twice, as a double click does.
        for (var press = 0; press < 2; press++)
        {
            await (command.Kind == OfficeCommandKind.Jump
                ? office.ActAsync<IRepairDesk>(desk => desk.JumpAsync(Account, documentId, node, "流程走错了。", key))
                : office.ActAsync<IRepairDesk>(desk => desk.MoveAsync(Account, documentId, version, wanted, "改按新流程办理。", key)));
        }

        Assert.False(scene.IsOver, "It was moved after it was over.");
        memory.Count(command.Kind == OfficeCommandKind.Jump ? "移动环节" : "更换流程版本");
    }
}
