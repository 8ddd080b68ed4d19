using System.Net.Mail;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Sending;

/// <inheritdoc />
internal sealed class NoticeChoices(IOfficeData data, FreshRows rows, OfficeDirectory directory, IEnumerable<INoticeChannel> channels) : INoticeChoices
{
    private const int MostMail = 200;

    public async Task<NoticeChoiceSheet> ReadAsync(string personId, CancellationToken cancellationToken = default)
    {
        var contact = await data.NoticeContacts.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == personId, cancellationToken);
        var chosen = await data.NoticeChoices.AsNoTracking().Where(choice => choice.PersonId == personId).ToListAsync(cancellationToken);
        return new NoticeChoiceSheet(
            contact?.Mail, contact?.WantsDigest ?? false,
            [.. chosen.OrderBy(choice => choice.Kind).ThenBy(choice => choice.Way).Select(choice => new ChosenWay(choice.Kind, choice.Way))],
            [.. channels.Where(channel => channel.IsReady).Select(channel => channel.Way).Order()]);
    }

    public Task SaveAsync(string personId, NoticeChoiceSheet sheet, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var person = await directory.PersonAsync(personId, cancellationToken);
        var mail = string.IsNullOrWhiteSpace(sheet.Mail) ? null : Address(sheet.Mail.Trim());
        var chosen = (sheet.Chosen ?? []).Distinct().ToList();
        if (chosen.Exists(choice => !Enum.IsDefined(choice.Kind) || !Enum.IsDefined(choice.Way)))
            throw RefusalException.Invalid("通知类别或方式不认识，请从列出的选项中选择。");
        if (mail is null && (sheet.WantsDigest || chosen.Exists(choice => choice.Way == NoticeWay.Mail)))
            throw RefusalException.Invalid("选择了用邮件接收，请填写邮箱地址。");

        var contact = await data.NoticeContacts.SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellationToken);
        if (contact is null)
            data.NoticeContacts.Add(contact = new NoticeContact { PersonId = person.Id });
        (contact.Mail, contact.WantsDigest) = (mail, sheet.WantsDigest);
        var before = await data.NoticeChoices.Where(choice => choice.PersonId == person.Id).ToListAsync(cancellationToken);
        data.NoticeChoices.RemoveRange(before.Where(choice => !chosen.Contains(new ChosenWay(choice.Kind, choice.Way))));
        data.NoticeChoices.AddRange(chosen.Where(choice => !before.Exists(other => other.Kind == choice.Kind && other.Way == choice.Way))
            .Select(choice => new NoticeChoice { PersonId = person.Id, Kind = choice.Kind, Way = choice.Way }));
        await data.SaveChangesAsync(cancellationToken);
    });

    // The bare address and nothing else: what a header could be made of is refused.
    private static string Address(string text) =>
        text.Length <= MostMail && text.All(character => character is > ' ' and < '\u007f' and not (',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\'))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
            ? text
            : throw RefusalException.Invalid("邮箱地址不正确，请写成 name@example.cn 的样子，不加姓名，只写一个。");
}
