using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Features.Admin.Contracts.Lines;
using Portal.Web.Features.Admin.Contracts.Opening;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>One ID of a contract.</summary>
public sealed record ContractUser(PortalUser User, IReadOnlyList<UserState> States);

/// <summary>All that the staff sees of one contract.</summary>
/// <param name="Users">The first of them.</param>
/// <param name="UserCount">Of all IDs that the contract has.</param>
/// <param name="Options">What it has beside its plan.</param>
/// <param name="Parts">What features have to show of it.</param>
public sealed record ContractRecord(PortalTenant Tenant, Contract Contract, IReadOnlyList<ContractUser> Users, int UserCount,
    IReadOnlyList<ContractOption> Options, IReadOnlyList<StaffPart> Parts)
{
    /// <summary>Of the IDs those that the limit counts: managers are not.</summary>
    public required int MemberCount { get; init; }

    /// <summary>Agents look only.</summary>
    public bool MayChange { get; init; }

    /// <summary>Nobody of a suspended contract gets in, so that nobody is asked in.</summary>
    public bool MayAddUsers => MayChange && Contract.Status != ContractStatus.Suspended
        && StaffActs.AreOffered(Tenant, DelegatedAct.Register);

    /// <summary>Who may still be added; null where nobody is added here, whatever room there is.</summary>
    public UserRoom? Room { get; init; }

    /// <summary>The tenant has telephone lines.</summary>
    public bool HasNumbers => new OpeningShape(Tenant).AsksNumbers;

    /// <summary>Lines can be added one by one.</summary>
    public bool GetsLines => LinesPart.AreAdded(Tenant, Parts.Any(part => part.Name == LinesPart.Name));
}

/// <summary>What the staff sees of a contract.</summary>
public sealed class ContractRecords(PortalDbContext db, StaffReach reach, IEnumerable<IStaffPart> parts, NewUserRooms rooms,
    AuditLog audit, TimeProvider clock)
{
    /// <summary>Who looks for one among more searches.</summary>
    public const int UsersShown = 20;

    /// <summary>The whole record; that it was looked at is recorded (AU-09).</summary>
    public Task<ContractRecord> ReadAsync(ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var (tenant, contract) = (target.Tenant, target.Contract);
            audit.Record(StaffEvents.ContractViewed, new AuditSubject(null, contract.Number, contract.Id));
            var users = db.Users.Where(row => row.ContractId == contract.Id).AsNoTracking();
            var first = await users.Include(row => row.SignIn).Include(row => row.Contract).OrderBy(row => row.NormalizedUserName)
                .ThenBy(row => row.Id).Take(UsersShown)
                .Select(row => new
                {
                    User = row,
                    TemporaryUntil = db.TemporaryPasswords.Where(each => each.UserId == row.Id && each.EndedAt == null)
                        .Select(each => (DateTimeOffset?)each.ExpiresAt).FirstOrDefault(),
                }).ToListAsync();
            var now = clock.GetUtcNow();
            var record = new ContractRecord(tenant, contract,
                [.. first.Select(row => new ContractUser(row.User, UserStates.Of(row.User, tenant, row.TemporaryUntil, now)))],
                first.Count < UsersShown ? first.Count : await users.CountAsync(),
                await db.ContractOptions.AsNoTracking().Where(option => option.ContractId == contract.Id).OrderBy(option => option.Order)
                    .ToListAsync(),
                await parts.AskAsync(part => part.OfContractAsync(tenant, contract)))
            {
                MemberCount = await users.CountAsync(row => row.Role == AccountRole.Member),
                MayChange = reach.IsAdministrator,
            };
            return record.MayAddUsers ? record with { Room = await rooms.AskAsync(tenant, contract) } : record;
        });
    }
}
