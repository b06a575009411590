using Portal.Rules.Audit;
using Portal.Web.Audit.Heads;

namespace Portal.Web.Audit.Verification;

/// <summary>One walk along a chain, part by part, to its end or to the first break.</summary>
internal sealed class ChainWalk(ChainReader reader, HeadsFound? outside, ChainCursor from)
{
    // The last seal says up to when everything has a place; read where the walk over the seals ends.
    private ChainSeal? last;

    public ChainCursor Cursor { get; private set; } = from;

    public long Checked { get; private set; }

    public ChainBreak? Break { get; private set; }

    public bool IsOver { get; private set; }

    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Cursor.AreSealsDone)
        {
            await CheckEventsAsync(cancellationToken);
        }
        else
        {
            await CheckSealsAsync(cancellationToken);
        }

        IsOver |= Break is not null;
    }

    private async Task CheckSealsAsync(CancellationToken cancellationToken)
    {
        var part = await reader.ReadAsync(Cursor.Seal, cancellationToken);
        last = part.Before;
        if (last is null && Cursor.Seal > 1)
        {
            Break = new ChainBreak(ChainBreakKind.SealRemoved, Cursor.Seal - 1);
            return;
        }

        foreach (var seal in part.Seals)
        {
            Break = ChainRules.Check(last, seal, [.. part.Links[seal.Number]], part.Trim) ?? CheckHeads(seal);
            if (Break is not null)
            {
                return;
            }

            Checked += seal.Count;
            last = seal;
        }

        Cursor = new ChainCursor((last?.Number ?? 0) + 1, AreSealsDone: part.Seals.Count == 0);
        Break = Cursor.AreSealsDone ? CheckEnd(part) : null;
    }

    private ChainBreak? CheckHeads(ChainSeal seal) =>
        outside?.ByNumber[seal.Number].Select(head => ChainRules.Check(head, seal)).FirstOrDefault(found => found is not null);

    /// <summary>Behind the last seal: no marks, and nothing outside that knows of more.</summary>
    private ChainBreak? CheckEnd(ChainPart part)
    {
        if (outside?.Newest is { } newest && newest.Number > (last?.Number ?? 0))
        {
            return ChainRules.Check(newest, null)! with { Place = last?.End ?? 1 };
        }

        if (part.HasMore)
        {
            return new ChainBreak(ChainBreakKind.SealRemoved, Cursor.Seal, last?.End ?? 1);
        }

        return outside?.Forged ?? (outside is { Newest: null } && last is not null ? new ChainBreak(ChainBreakKind.HeadsMissing, 0) : null);
    }

    private async Task CheckEventsAsync(CancellationToken cancellationToken)
    {
        last ??= (await reader.ReadAsync(Cursor.Seal, cancellationToken)).Before;
        if (last is null)
        {
            // Nothing is sealed yet, so nothing has to have a place.
            IsOver = true;
            return;
        }

        var (next, count, stray) = await reader.ReadEventsAsync(Cursor.Stray, last.Moments.SettledUntil, cancellationToken);
        Checked += count;
        Break = stray is { } id ? new ChainBreak(ChainBreakKind.EventInserted, 0, null, id) : null;
        IsOver = next is null;
        Cursor = Cursor with { Stray = next };
    }
}
