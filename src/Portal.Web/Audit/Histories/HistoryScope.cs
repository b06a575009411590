using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Histories;

/// <summary>Who reads, which decides what of other people is shown (EX-06).</summary>
public enum HistoryReader
{
    Owner,
    Manager,
    Staff,
}

/// <summary>Whose history is read, and by whom.</summary>
/// <param name="UserId">One account; null for all of the contract.</param>
public sealed record HistoryScope(HistoryReader Reader, Guid? UserId, Guid? ContractId)
{
    public static HistoryScope Own(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new HistoryScope(HistoryReader.Owner, user.Id, null);
    }

    public static HistoryScope OfContract(Guid contractId) => new(HistoryReader.Manager, null, contractId);

    public static HistoryScope Of(PortalUser user, HistoryReader reader)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new HistoryScope(reader, user.Id, null);
    }

    /// <summary>
    /// May this reader see from where the event came? The owner not where another person acted, a manager not where the
    /// provider's staff did.
    /// </summary>
    public bool ShowsPlaceOf(HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Reader switch
        {
            HistoryReader.Staff => true,
            HistoryReader.Manager => row.ActorKind is not (ActorKind.Staff or ActorKind.CommandLine),
            _ => row.ActorKind is ActorKind.Anonymous or ActorKind.System || row.ActorId == row.SubjectId,
        };
    }
}

/// <summary>The conditions of a list, understood.</summary>
/// <param name="Group">One of <see cref="HistoryKinds.Groups"/>; null for all.</param>
/// <param name="Until">Before this moment.</param>
public sealed record HistoryFilter(string? Group, DateTimeOffset? Since, DateTimeOffset? Until, bool OldestFirst);
