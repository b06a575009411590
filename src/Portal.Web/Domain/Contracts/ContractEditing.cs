using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Contracts;

/// <summary>What a contract is about, as the staff writes it.</summary>
public sealed record ContractContent(string Service, string Kind, string Plan, int? Credits, int AccountLimit, DateOnly? RenewsOn,
    IReadOnlyList<NamedOption> Options);

public abstract record EditingOutcome
{
    private EditingOutcome()
    {
    }

    public sealed record Done : EditingOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : EditingOutcome;

    /// <summary>The contract has more IDs than that already.</summary>
    public sealed record TooManyIds(int Ids) : EditingOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Conflict(IVersioned Row) : EditingOutcome;
}

/// <summary>Changes what a contract is about and whom it is with (ADMIN-4).</summary>
public sealed class ContractEditing(PortalDbContext db, AccountLocks locks, AuditLog audit, AuditActor actor, TenantClock clock)
{
    public Task<List<ContractOption>> OptionsAsync(Guid id) =>
        db.ContractOptions.AsNoTracking().Where(row => row.ContractId == id).OrderBy(row => row.Order).ToListAsync();

    /// <param name="version">As the page showed it.</param>
    public async Task<EditingOutcome> ChangeAsync(Guid id, int version, ContractContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await locks.ContractAsync(id);
        var contract = await db.Contracts.SingleAsync(row => row.Id == id);
        if (contract.Version != version)
        {
            return new EditingOutcome.Conflict(contract);
        }

        var ids = await db.Users.CountAsync(row => row.ContractId == id && row.Role == AccountRole.Member);
        if (content.AccountLimit < ids)
        {
            return new EditingOutcome.TooManyIds(ids);
        }

        var options = await db.ContractOptions.Where(row => row.ContractId == id).OrderBy(row => row.Order).ToListAsync();
        var changes = Changes(Facts(contract, options.Select(Named)), Facts(content));
        if (changes.Count == 0)
        {
            return new EditingOutcome.Unchanged();
        }

        (contract.Service, contract.Kind, contract.Plan, contract.Credits) = (content.Service, content.Kind, content.Plan, content.Credits);
        (contract.AccountLimit, contract.RenewsOn, contract.ChangedBy) = (content.AccountLimit, content.RenewsOn, actor.Name);

        // Options are rows of their own: the contract counts a change of them as well.
        db.Entry(contract).State = EntityState.Modified;
        Replace(contract, options, content.Options);
        audit.Record(ContractEvents.Changed, new AuditSubject(null, contract.Number, contract.Id), details: new { changes });
        return new EditingOutcome.Done();
    }

    /// <param name="contract">From whose page it is changed; a holder may have several.</param>
    /// <inheritdoc cref="ChangeAsync"/>
    public async Task<EditingOutcome> ChangeHolderAsync(Contract contract, int version, HolderDetails details)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(details);
        await db.Holders.Where(row => row.Id == contract.HolderId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        var holder = await db.Holders.SingleAsync(row => row.Id == contract.HolderId);
        if (holder.Version != version)
        {
            return new EditingOutcome.Conflict(holder);
        }

        var changes = Changes(Facts(HolderDetails.Of(holder)), Facts(details));
        if (changes.Count == 0)
        {
            return new EditingOutcome.Unchanged();
        }

        (holder.Name, holder.NameKana) = (details.Name, details.NameKana);
        (holder.Address, holder.Language, holder.ChangedBy) = (details.Address, details.Language, actor.Name);
        audit.Record(ContractEvents.HolderChanged, new AuditSubject(null, contract.Number, contract.Id), details: new { changes });
        return new EditingOutcome.Done();
    }

    public static NamedOption Named(ContractOption row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Name, row.Quantity);
    }

    /// <summary>What stays keeps the day since when it is there.</summary>
    private void Replace(Contract contract, List<ContractOption> before, IReadOnlyList<NamedOption> after)
    {
        db.ContractOptions.RemoveRange(before.Where(row => after.All(option => option.Name != row.Name)));
        for (var i = 0; i < after.Count; i++)
        {
            if (before.Find(row => row.Name == after[i].Name) is { } kept)
            {
                (kept.Quantity, kept.Order) = (after[i].Quantity, i + 1);
                continue;
            }

            db.ContractOptions.Add(new ContractOption
            {
                Id = Guid.CreateVersion7(clock.Now),
                ContractId = contract.Id,
                Name = after[i].Name,
                Quantity = after[i].Quantity,
                StartsOn = clock.Today,
                Order = i + 1,
            });
        }
    }

    private static (string Name, object? Value)[] Facts(Contract row, IEnumerable<NamedOption> options) =>
        Facts(new ContractContent(row.Service, row.Kind, row.Plan, row.Credits, row.AccountLimit, row.RenewsOn, [.. options]));

    private static (string Name, object? Value)[] Facts(ContractContent content) =>
    [
        ("serviceName", content.Service),
        ("usedAs", content.Kind),
        ("planName", content.Plan),
        ("credits", content.Credits),
        ("accountLimit", content.AccountLimit),
        ("renewsOn", content.RenewsOn),
        ("optionList", OptionList.Write(content.Options)),
    ];

    private static (string Name, object? Value)[] Facts(HolderDetails details) =>
    [
        ("holderName", details.Name),
        ("holderKana", details.NameKana),
        ("holderAddress", details.Address),
        ("holderLanguage", details.Language),
    ];

    /// <summary>What differs, from what to what; both in the same order.</summary>
    internal static Dictionary<string, object?[]> Changes((string Name, object? Value)[] before, (string Name, object? Value)[] after) =>
        before.Zip(after).Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value });
}
