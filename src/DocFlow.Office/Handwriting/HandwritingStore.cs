using DocFlow.Documents.Handwriting;
using DocFlow.Office.Files;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handwriting;

/// <summary>Reads handwriting. What isn't what was written with the decision is never shown as if it were.</summary>
internal sealed class HandwritingStore(IOfficeData data)
{
    /// <param name="hashes">Of each seat, the hash that the decision was recorded with.</param>
    public async Task<IReadOnlyDictionary<string, PenWriting>> OfSeatsAsync(IReadOnlyDictionary<string, string> hashes, CancellationToken cancellationToken)
    {
        var seats = hashes.Keys.ToList();
        if (seats.Count == 0)
            return new Dictionary<string, PenWriting>();
        var kept = await data.Handwritings.AsNoTracking().Where(row => seats.Contains(row.SeatId)).ToDictionaryAsync(row => row.SeatId, row => row.Strokes, cancellationToken);
        return hashes.ToDictionary(pair => pair.Key, pair => Open(kept.GetValueOrDefault(pair.Key), pair.Value));
    }

    private static PenWriting Open(byte[]? strokes, string hash) => strokes is not null && Sm3.Hash(strokes) == hash
        ? PenFile.Read(strokes)
        : throw RefusalException.Conflict("有一条手写意见与办理时记录的不一致，不能显示。请联系系统管理员核对操作日志。");
}
