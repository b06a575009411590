namespace Portal.Rules.Audit;

/// <summary>Whether the log is still what was sealed (ADMIN-7, AU-03), seal by seal from the oldest.</summary>
public static class ChainRules
{
    /// <summary>Whether a stretch is what was sealed.</summary>
    /// <param name="before">The seal before; null for the first of the tenant.</param>
    /// <param name="seal">The one to look at.</param>
    /// <param name="links">What is there of the stretch, by place.</param>
    /// <param name="trim">Which stretches may be gone.</param>
    /// <returns>The first row that is not as it was; null where all are.</returns>
    public static ChainBreak? Check(ChainSeal? before, ChainSeal seal, IReadOnlyList<ChainLink> links, ChainTrim trim)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(trim);
        return CheckSeal(before, seal) ?? (links.Count == 0 && trim.Covers(seal) ? null : CheckLinks(seal, links));
    }

    /// <summary>Whether a seal is the one that was written down outside.</summary>
    /// <param name="head">Of this tenant, signed; of any number.</param>
    /// <param name="seal">The seal of that number; null where the log has none.</param>
    public static ChainBreak? Check(ChainHead head, ChainSeal? seal)
    {
        ArgumentNullException.ThrowIfNull(head);
        return seal switch
        {
            null => new(ChainBreakKind.TailRemoved, head.Number, head.Last),
            _ when !Same(seal.Hash, head.Hash) => new(ChainBreakKind.SealReplaced, seal.Number, seal.First),
            _ => null,
        };
    }

    private static ChainBreak? CheckSeal(ChainSeal? before, ChainSeal seal)
    {
        var number = (before?.Number ?? 0) + 1;
        if (seal.Number != number)
        {
            return new(ChainBreakKind.SealRemoved, number, before?.End ?? 1);
        }

        var follows = seal.First == (before?.End ?? 1) && seal.Count > 0 && Same(seal.Previous, before?.Hash ?? new byte[EventMark.Length]);
        return follows && Same(seal.Hash, seal.Computed()) ? null : new(ChainBreakKind.SealBroken, number, seal.First);
    }

    private static ChainBreak? CheckLinks(ChainSeal seal, IReadOnlyList<ChainLink> links)
    {
        var place = seal.First;
        foreach (var link in links)
        {
            if (link.Place != place)
            {
                break;
            }

            if (link.Now is null)
            {
                return new(ChainBreakKind.EventRemoved, seal.Number, place, link.EventId);
            }

            if (!Same(link.Now, link.Mark))
            {
                return new(ChainBreakKind.EventChanged, seal.Number, place, link.EventId);
            }

            place++;
        }

        if (place < seal.End || links.Count > seal.Count)
        {
            return new(ChainBreakKind.MarkRemoved, seal.Number, place);
        }

        // Event and mark were changed alike: the stretch is known, the row is not.
        return Same(ChainSeal.RootOf(links.Select(link => link.Mark)), seal.Root)
            ? null
            : new(ChainBreakKind.MarksChanged, seal.Number, seal.First);
    }

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
