using System.Security.Cryptography;

namespace Portal.Rules.Audit;

/// <summary>The mark of an event: a SHA-256 over all it says, which is the same for ever (ADMIN-7).</summary>
public static class EventMark
{
    /// <summary>Of the bytes' form. Another form gets another number; marks of old forms stay as they are.</summary>
    public const byte Version = 1;

    /// <summary>Length of a mark and of every other hash of the chain, in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const byte Purpose = 0;

    /// <returns>32 bytes.</returns>
    public static byte[] Of(ChainedEvent happened) => SHA256.HashData(Canonical(happened));

    /// <summary>What the mark is computed over; docs/explanation/audit-chain.md describes it.</summary>
    public static byte[] Canonical(ChainedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new ChainBytes(Purpose, Version)
            .Add(happened.Tenant).Add(happened.Id).Add(happened.OccurredAt).Add(happened.RecordedAt)
            .Add(happened.Kind).Add(happened.ActorKind).Add(happened.ActorId).Add(happened.ActorName).Add(happened.ActingAsId)
            .Add(happened.SubjectId).Add(happened.SubjectName).Add(happened.ContractId).Add(happened.Reason)
            .Add(happened.Address).Add(happened.Browser).Add(happened.SessionHash).Add(happened.CorrelationId).Add(happened.Details)
            .ToArray();
    }
}
