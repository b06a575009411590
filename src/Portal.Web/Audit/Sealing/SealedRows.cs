using Portal.Rules.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Sealing;

/// <summary>Rows as the rules of the chain see them.</summary>
internal static class SealedRows
{
    public static byte[] MarkOf(AuditEvent row) => EventMark.Of(
        new ChainedEvent(row.TenantId, row.Id, row.OccurredAt, row.RecordedAt, row.Kind, row.ActorKind.ToString())
        {
            ActorId = row.ActorId,
            ActorName = row.ActorName,
            ActingAsId = row.ActingAsId,
            SubjectId = row.SubjectId,
            SubjectName = row.SubjectName,
            ContractId = row.ContractId,
            Reason = row.Reason,
            Address = row.Address,
            Browser = row.Browser,
            SessionHash = row.SessionHash,
            CorrelationId = row.CorrelationId,
            Details = row.Details,
        });

    public static ChainSeal ToChain(this AuditSeal row) => new(row.TenantId, row.Number, row.FirstPlace, row.Count,
        new SealMoments(row.SealedAt, row.NewestAt, row.SettledUntil), row.Previous, row.Root, row.Hash);

    public static AuditSeal ToRow(this ChainSeal seal) => new()
    {
        TenantId = seal.Tenant,
        Number = seal.Number,
        FirstPlace = seal.First,
        Count = seal.Count,
        SealedAt = seal.Moments.SealedAt,
        NewestAt = seal.Moments.NewestAt,
        SettledUntil = seal.Moments.SettledUntil,
        Previous = seal.Previous,
        Root = seal.Root,
        Hash = seal.Hash,
    };
}
