using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Telephony;

/// <param name="HasUnit">Whether the site has sign-in units at all.</param>
/// <param name="Unit">By which numbers the contract signs in; null where it never had a password.</param>
/// <param name="Numbers">One's own, or those of the contract.</param>
/// <param name="Total">How many numbers there are, shown or not.</param>
/// <param name="Ids">Who signs in with them: login IDs by account; empty on the page of the one who does.</param>
/// <param name="Calls">The last calls to the temporary-password number, newest first.</param>
public sealed record TelephonyFacts(string Slug, bool HasUnit, AuthenticationUnit? Unit, IReadOnlyList<LineNumber> Numbers, int Total,
    IReadOnlyDictionary<Guid, string> Ids, IReadOnlyList<AuditEvent> Calls)
{
    /// <summary>Where a number is taken away; null for whoever may not.</summary>
    public Func<LineNumber, string>? Remove { get; init; }
}

/// <summary>Numbers, sign-in unit and calls of whoever has telephone lines.</summary>
public sealed class TelephonyPart(PortalDbContext db, StaffReach reach, IStringLocalizer<TelephonyStaffText> text) : IStaffPart
{
    private const int NumbersShown = 100;
    private const int CallsShown = 5;
    private static readonly string[] Calls = [CallEvents.Ended, CallEvents.TurnedAway, CallEvents.WrongNumber];

    public async Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        var numbers = await NumbersAsync(row => row.UserId == user.Id);
        return numbers.Count == 0 ? null : Part("_Numbers", new TelephonyFacts(tenant.Slug, HasUnit(tenant),
            user.Contract?.AuthenticationUnit, numbers, numbers.Count, new Dictionary<Guid, string>(), []));
    }

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        var numbers = await NumbersAsync(row => row.ContractId == contract.Id);
        if (numbers.Count == 0)
        {
            return null;
        }

        var owners = numbers.Select(row => row.UserId).OfType<Guid>().ToArray();
        var ids = await db.Users.Where(row => owners.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.UserName!);
        var calls = await db.AuditEvents.Where(row => row.ContractId == contract.Id && Calls.Contains(row.Kind))
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(CallsShown).AsNoTracking().ToListAsync();
        var total = numbers.Count < NumbersShown ? numbers.Count : await db.LineNumbers.CountAsync(row => row.ContractId == contract.Id);
        return Part("_Contract", new TelephonyFacts(tenant.Slug, HasUnit(tenant), contract.AuthenticationUnit, numbers, total, ids, calls)
        {
            Remove = reach.IsAdministrator ? number => StaffPaths.RemoveNumber(tenant.Slug, contract.Id, number.Id) : null,
        });
    }

    private static bool HasUnit(PortalTenant tenant) => tenant.Has(TenantFeatures.AuthenticationUnits);

    private Task<List<LineNumber>> NumbersAsync(System.Linq.Expressions.Expression<Func<LineNumber, bool>> which) =>
        db.LineNumbers.Where(which).OrderBy(row => row.Order).ThenBy(row => row.Number).Take(NumbersShown).AsNoTracking().ToListAsync();

    private StaffPart Part(string view, TelephonyFacts facts) =>
        new("telephony", text["Title"], $"/Features/Admin/Telephony/{view}.cshtml", facts);
}
