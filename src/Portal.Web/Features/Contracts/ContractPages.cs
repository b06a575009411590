using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Points;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Contracts;

/// <summary>A contract as its people see it; what somebody may not see is not read either (AZ-23).</summary>
public sealed record ContractDetails(Contract Contract, IReadOnlyList<ContractOption> Options)
{
    /// <summary>The first of them.</summary>
    public IReadOnlyList<ContractLine> Lines { get; init; } = [];

    public int LineCount { get; init; }

    /// <summary>The first of them; null for whoever may not see the others.</summary>
    public IReadOnlyList<PortalUser>? Users { get; init; }

    public int UserCount { get; init; }

    /// <summary>The tenant has a page of its users, and it is the reader's.</summary>
    public bool OffersUsers { get; init; }

    /// <summary>The page of points is the reader's.</summary>
    public bool ShowsPoints { get; init; }

    /// <summary>Null between two periods.</summary>
    public RunningPoints? Points { get; init; }
}

/// <summary>Reads what the pages of contracts show (CTRC-1).</summary>
public sealed class ContractPages(PortalDbContext db, PointSums points, CurrentSession session, Delegates delegates, Offers offers,
    WorkingContract working, TenantClock clock)
{
    /// <summary>Who looks for more finds the list of users, or that of lines.</summary>
    public const int Shown = 20;

    /// <summary>
    /// All that the reader may work for; who works in somebody's place sees the one at work (CTRC-1, ADR 0160).
    /// </summary>
    public async Task<IReadOnlyList<ContractChoice>> OwnAsync()
    {
        if (session is { Acting: null, User.HasMemberships: true })
        {
            return await working.ChoicesAsync();
        }

        var rows = await db.Contracts.AsNoTracking().Include(contract => contract.Holder)
            .Where(contract => contract.Id == session.User.ContractId).ToListAsync();
        return rows.ConvertAll(contract => new ContractChoice(contract, session.Role, IsHome: true, IsCurrent: true));
    }

    /// <summary>Another one that the reader may work for.</summary>
    public async Task<bool> IsOtherAsync(string number) => session is { Acting: null, User.HasMemberships: true }
        && (await working.ChoicesAsync()).Any(choice => !choice.IsCurrent && choice.Contract.Number == number);

    public async Task<ContractDetails> ReadAsync(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var id = contract.Id;
        var maySeeUsers = delegates.MayInContract(session.User, DelegatedAct.See);
        var found = await db.Contracts.AsNoTracking().Where(row => row.Id == id).Select(row => new
        {
            row.Holder,
            Options = db.ContractOptions.Where(option => option.ContractId == row.Id).OrderBy(option => option.Order).ToList(),
            Lines = db.ContractLines.Count(line => line.ContractId == row.Id),
            Users = maySeeUsers ? db.Users.Count(user => user.ContractId == row.Id) : 0,
            Members = maySeeUsers ? db.Memberships.Count(membership => membership.ContractId == row.Id) : 0,
        }).SingleAsync();
        contract.Holder = found.Holder;
        var showsPoints = offers.HasPage(PointsPaths.Index);
        return new ContractDetails(contract, found.Options)
        {
            Lines = found.Lines == 0 ? [] : await LinesAsync(id),
            LineCount = found.Lines,
            Users = maySeeUsers ? [.. await UsersAsync(id), .. await MembersAsync(id, Math.Min(found.Members, Shown - found.Users))] : null,
            UserCount = found.Users + found.Members,
            OffersUsers = offers.HasPage(OperatorPaths.Index),
            ShowsPoints = showsPoints,
            Points = showsPoints ? await points.RunningAsync(id, clock.Today) : null,
        };
    }

    private Task<List<ContractLine>> LinesAsync(Guid contract) => db.ContractLines.AsNoTracking().Where(line => line.ContractId == contract)
        .OrderBy(line => line.Order).ThenBy(line => line.Number).Take(Shown).ToListAsync();

    /// <summary>Who works for it beside its own, as what it is here; where its own leave room.</summary>
    private async Task<IEnumerable<PortalUser>> MembersAsync(Guid contract, int most)
    {
        var members = most <= 0
            ? []
            : await db.Memberships.AsNoTracking().Include(row => row.Contract).Include(row => row.User)
                .Where(row => row.ContractId == contract).OrderBy(row => row.User!.FamilyNameKana + row.User.GivenNameKana)
                .ThenBy(row => row.UserId).Take(most).ToListAsync();
        return members.Select(Workplaces.As);
    }

    private Task<List<PortalUser>> UsersAsync(Guid contract) => db.Users.AsNoTracking().Where(user => user.ContractId == contract)
        .OrderBy(user => user.FamilyNameKana + user.GivenNameKana).ThenBy(user => user.Id).Take(Shown).ToListAsync();
}
