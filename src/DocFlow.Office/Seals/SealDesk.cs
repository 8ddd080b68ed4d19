using System.Globalization;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Seals;

/// <inheritdoc />
internal sealed class SealDesk(IOfficeData data, OfficeDirectory directory, OfficeSettings settings, KeptFiles files, DocumentText texts, FreshRows rows, EventLog events, OfficeClock clock) : ISealDesk
{
    private const int LongestName = 60;
    private const double Smallest = 10;
    private const double Largest = 80;
    private const double ShapeTolerance = 0.03;

    public Task<bool> IsKeeperAsync(string personId, CancellationToken cancellationToken = default) => directory.InForce()
        .AnyAsync(appointment => appointment.PersonId == personId && (appointment.Post!.Duties & PostDuties.Seals) != 0, cancellationToken);

    public async Task<IReadOnlyList<SealPicture>> ListAsync(string personId, CancellationToken cancellationToken = default)
    {
        await RequireAsync(personId, cancellationToken);
        return [.. (await ReadAsync(cancellationToken)).Pictures.OrderBy(picture => picture.RetiredAt is not null).ThenByDescending(picture => picture.At)];
    }

    public async Task<bool> UsesSamplesAsync(string personId, CancellationToken cancellationToken = default)
    {
        await RequireAsync(personId, cancellationToken);
        return (await ReadAsync(cancellationToken)).UsesSamples;
    }

    public async Task<byte[]> PictureAsync(string personId, string pictureId, CancellationToken cancellationToken = default)
    {
        await RequireAsync(personId, cancellationToken);
        return (await ReadAsync(cancellationToken)).Pictures.FirstOrDefault(picture => picture.Id == pictureId) is { } known
            ? await texts.BytesAsync(known.FileHash, cancellationToken)
            : throw RefusalException.NotFound("这枚印章的图样");
    }

    public async Task<SealPicture> AddAsync(string personId, NewSealPicture picture, CancellationToken cancellationToken = default)
    {
        var keeper = await RequireAsync(personId, cancellationToken);
        var name = picture.Name.Trim();
        if (name.Length is 0 or > LongestName)
            throw RefusalException.Invalid($"请填写印章所属机关（签名章为签发人姓名），不超过{LongestName}字。");
        if (picture.Width is not (>= Smallest and <= Largest) || picture.Height is not (>= Smallest and <= Largest))
            throw RefusalException.Invalid($"印章的宽、高须在{Smallest:0}至{Largest:0}毫米之间，按实物量取。");
        var file = UploadedPicture.Read(picture.Content, "印章图片");
        if (Math.Abs(picture.Width / picture.Height * file.HeightInPixels / file.WidthInPixels - 1) > ShapeTolerance)
            throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"图片为{file.WidthInPixels}×{file.HeightInPixels}像素，与{picture.Width}×{picture.Height}毫米的比例不符，印章会变形。"));
        return await rows.ActAsync(async () =>
        {
            var hash = await files.PutAsync(file.Png, cancellationToken);
            var register = await ReadAsync(cancellationToken);
            var added = new SealPicture(OfficeId.New(clock.Now), name, picture.IsStamp, hash, picture.Width, picture.Height, keeper.Id, keeper.Name, clock.Now, null);
            var others = register.Pictures.Select(other => other.Name == name && other.IsStamp == picture.IsStamp && other.RetiredAt is null ? other with { RetiredAt = clock.Now } : other);
            await SaveAsync(register with { Pictures = [.. others, added] }, "登记印章图样", keeper, added, cancellationToken);
            return added;
        });
    }

    public async Task RetireAsync(string personId, string pictureId, CancellationToken cancellationToken = default)
    {
        var keeper = await RequireAsync(personId, cancellationToken);
        await rows.ActAsync(async () =>
        {
            var register = await ReadAsync(cancellationToken);
            if (register.Pictures.FirstOrDefault(picture => picture.Id == pictureId && picture.RetiredAt is null) is not { } retired)
                throw RefusalException.NotFound("这枚在用的印章");
            await SaveAsync(register with { Pictures = [.. register.Pictures.Select(picture => picture.Id == pictureId ? picture with { RetiredAt = clock.Now } : picture)] }, "停用印章图样", keeper, retired, cancellationToken);
        });
    }

    private async Task<Person> RequireAsync(string personId, CancellationToken cancellationToken) => await IsKeeperAsync(personId, cancellationToken)
        ? await directory.PersonAsync(personId, cancellationToken)
        : throw RefusalException.Forbidden("印章图样只由监印岗位保管和登记。");

    private async Task<SealSetting> ReadAsync(CancellationToken cancellationToken) => await settings.ReadAsync<SealSetting>(SealSetting.Key, cancellationToken) ?? SealSetting.None;

    private async Task SaveAsync(SealSetting register, string act, Person keeper, SealPicture picture, CancellationToken cancellationToken)
    {
        await settings.WriteAsync(SealSetting.Key, register, cancellationToken);
        events.Add(new ActRecord(act)
        {
            Actor = keeper,
            Detail = new Dictionary<string, string>
            {
                ["印章"] = picture.IsStamp ? $"{picture.Name}签名章" : picture.Name,
                ["尺寸"] = string.Create(CultureInfo.InvariantCulture, $"{picture.Width}×{picture.Height}毫米"),
                ["图样"] = picture.FileHash,
            },
        });
        await data.SaveChangesAsync(cancellationToken);
    }
}
