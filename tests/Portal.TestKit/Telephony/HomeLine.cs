using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.TestKit.Telephony;

/// <summary>
/// A contract of the tenant homephone to be: a line with its numbers, the first of which is the main one.
/// </summary>
/// <param name="Unit">Null for a contract that never had a password.</param>
public sealed record HomeLine(string Customer, AuthenticationUnit? Unit, params string[] Numbers)
{
    public const string Tenant = "homephone";

    /// <summary>Accounts are what a test says; without it each number that signs in under the unit has one.</summary>
    public Func<Account, Account> As { get; init; } = account => account;

    /// <returns>The accounts by what they sign in with.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> AddToAsync(PortalApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var ids = new Dictionary<string, Guid>();
        foreach (var id in SigningIn())
        {
            ids[id] = await As(new Account(Tenant, id)
            {
                Contract = Customer,
                Role = id == Customer ? AccountRole.Manager : AccountRole.Member,
            }).AddToAsync(app);
        }

        await AddNumbersAsync(app, ids);
        return ids;
    }

    /// <summary>Line and numbers alone.</summary>
    /// <param name="ids">The accounts that sign in with them.</param>
    public Task AddNumbersAsync(PortalApp app, IReadOnlyDictionary<string, Guid> ids) =>
        app.InTenantAsync(Tenant, services => AddLineAsync(services.GetRequiredService<PortalDbContext>(), ids));

    private IEnumerable<string> SigningIn() => Unit switch
    {
        AuthenticationUnit.Line => Numbers.Take(1),
        AuthenticationUnit.Number => Numbers,
        AuthenticationUnit.ManagerAndUsers => [Customer, .. Numbers],
        _ => [],
    };

    private async Task AddLineAsync(PortalDbContext db, IReadOnlyDictionary<string, Guid> ids)
    {
        var contract = await db.Contracts.SingleOrDefaultAsync(row => row.Number == Customer) ?? AddContract(db);
        contract.AuthenticationUnit = Unit;
        var line = new ContractLine
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            Number = Numbers[0],
            Name = "",
            Kind = "telephone",
            StartsOn = contract.StartsOn,
        };
        db.ContractLines.Add(line);
        db.LineNumbers.AddRange(Numbers.Select((number, i) => new LineNumber
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            LineId = line.Id,
            Number = E164.Read(number)!,
            Kind = i == 0 ? NumberKind.Main : NumberKind.Additional,
            UserId = ids.TryGetValue(number, out var user) ? user : null,
            Order = i,
        }));
    }

    private Contract AddContract(PortalDbContext db)
    {
        var holder = new Holder { Id = Guid.CreateVersion7(), Name = "試験" };
        var contract = new Contract
        {
            Id = Guid.CreateVersion7(),
            HolderId = holder.Id,
            Number = Customer,
            Service = "ホーム電話",
            StartsOn = new DateOnly(2026, 1, 1),
        };
        db.AddRange(holder, contract);
        return contract;
    }
}
