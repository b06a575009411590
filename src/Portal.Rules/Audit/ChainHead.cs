namespace Portal.Rules.Audit;

/// <summary>The newest seal of a tenant as it is written down outside the database.</summary>
/// <param name="Tenant">Whose log it is.</param>
/// <param name="Number">Of the seal.</param>
/// <param name="Last">Place of the last event that it seals.</param>
/// <param name="Hash">Of the seal, 32 bytes.</param>
/// <param name="SealedAt">When the seal was made.</param>
public sealed record ChainHead(Guid Tenant, long Number, long Last, byte[] Hash, DateTimeOffset SealedAt)
{
    private const byte OfHeads = 3;

    /// <summary>Of that seal.</summary>
    public static ChainHead Of(ChainSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return new(seal.Tenant, seal.Number, seal.End - 1, seal.Hash, seal.Moments.SealedAt);
    }

    /// <summary>What its signature is computed over.</summary>
    public byte[] Canonical() => new ChainBytes(OfHeads, EventMark.Version)
        .Add(Tenant).Add(Number).Add(Last).AddSized(Hash).Add(SealedAt).ToArray();
}
