namespace Portal.Rules.Cases;

/// <summary>What is known when something happened to a case that somebody is told of.</summary>
/// <param name="IsOwnAct">The reader did it: it is the receipt that they wait for.</param>
/// <param name="IsByTime">Nobody did it, time did: the mail is a date that must not be missed.</param>
/// <param name="LastMail">When the reader was mailed last about what others did to cases; null for not lately.</param>
/// <param name="NextDigest">When what waits for this reader goes out; null where nothing waits.</param>
public readonly record struct DigestFacts(bool IsOwnAct, bool IsByTime, DateTimeOffset? LastMail, DateTimeOffset? NextDigest);

/// <summary>
/// One mail rather than five within two minutes (CASE-7): the first goes out at once, whatever follows it within two
/// minutes waits until these are over and goes out together.
/// </summary>
public static class DigestRules
{
    /// <summary>No reader is mailed twice within it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    /// <summary>Until when it waits; null for what is told at once.</summary>
    public static DateTimeOffset? WaitsUntil(DigestFacts facts, DateTimeOffset now)
    {
        if (facts.IsOwnAct || facts.IsByTime)
        {
            return null;
        }

        // What waits already is told first, or with it: nobody reads the end before the beginning.
        return facts.NextDigest ?? (facts.LastMail is { } last && last > now - Window ? (last < now ? last : now) + Window : null);
    }
}
