using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Contracts;

/// <summary>
/// Suspends a contract and resumes it. Nothing of it is lost: its accounts are as they were, none of them may be in
/// (AZ-21).
/// </summary>
public sealed class ContractSwitch(PortalDbContext db, AccountLocks locks, SessionService sessions, AuditLog audit, AuditActor actor)
{
    /// <returns>False where it was so already; nothing is recorded.</returns>
    public async Task<bool> SuspendAsync(Guid id, string reason)
    {
        if (await TurnAsync(id, ContractStatus.Suspended) is not { } contract)
        {
            return false;
        }

        var ended = await sessions.EndOfContractAsync(id, SessionEnds.Disabled);
        audit.Record(AuditKinds.ContractSuspended, Subject(contract), reason, new { sessionsEnded = ended });
        return true;
    }

    /// <returns>False where it was so already; nothing is recorded.</returns>
    public async Task<bool> ResumeAsync(Guid id, string reason)
    {
        if (await TurnAsync(id, ContractStatus.Active) is not { } contract)
        {
            return false;
        }

        audit.Record(AuditKinds.ContractResumed, Subject(contract), reason);
        return true;
    }

    private async Task<Contract?> TurnAsync(Guid id, ContractStatus status)
    {
        await locks.ContractAsync(id);
        var contract = await db.Contracts.SingleAsync(row => row.Id == id);
        if (contract.Status == status)
        {
            return null;
        }

        (contract.Status, contract.ChangedBy) = (status, actor.Name);
        return contract;
    }

    private static AuditSubject Subject(Contract contract) => new(null, contract.Number, contract.Id);
}
