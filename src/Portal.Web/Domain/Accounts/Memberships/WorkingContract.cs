using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Memberships;

/// <summary>A contract that somebody may work for.</summary>
/// <param name="Contract">With its holder.</param>
/// <param name="Role">What one is there.</param>
/// <param name="IsHome">The contract that the account belongs to.</param>
/// <param name="IsCurrent">One works for it now.</param>
public sealed record ContractChoice(Contract Contract, AccountRole Role, bool IsHome, bool IsCurrent);

/// <summary>For which of its contracts the signed-in user works, and going on with another one.</summary>
public sealed class WorkingContract(PortalDbContext db, SessionService sessions, Workplaces workplaces, CurrentSession session,
    AuditLog audit)
{
    /// <summary>The home contract first, then those of its memberships that are open, by number.</summary>
    public async Task<IReadOnlyList<ContractChoice>> ChoicesAsync()
    {
        var home = await db.Users.AsNoTracking().Include(row => row.Contract!.Holder).OwnAsync(session.UserId);
        var memberships = await workplaces.Open(session.UserId).AsNoTracking().Include(row => row.Contract!.Holder)
            .OrderBy(row => row.Contract!.Number).ToListAsync();
        return
        [
            .. home.Contract is { } contract ? [ChoiceOf(contract, home.Role, isHome: true)] : Array.Empty<ContractChoice>(),
            .. memberships.Select(row => ChoiceOf(row.Contract!, row.Role, isHome: false)),
        ];
    }

    /// <summary>Whether it could switch to that one, or works for it.</summary>
    public async Task<bool> HasAsync(string number) => session is { Acting: null, User.HasMemberships: true }
        && (await ChoicesAsync()).Any(choice => choice.Contract.Number == number);

    /// <summary>The session goes on for that contract (LOGIN-6).</summary>
    /// <returns>The new id; null when the session has ended meanwhile.</returns>
    public async Task<string?> MoveAsync(ContractChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var user = session.User;
        if (await sessions.MoveAsync(session.Session, choice.IsHome ? null : choice.Contract.Id) is not { } sid)
        {
            return null;
        }

        audit.Record(AuditKinds.ContractSwitched, new AuditSubject(user.Id, user.UserName!, choice.Contract.Id),
            details: new { contract = choice.Contract.Number });
        return sid;
    }

    private ContractChoice ChoiceOf(Contract contract, AccountRole role, bool isHome) =>
        new(contract, role, isHome, contract.Id == session.User.ContractId);
}
