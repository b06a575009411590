using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Contracts;

/// <summary>What is written of a line.</summary>
public sealed record LineContent(string Number, string Name, string Kind, string Location, string Bandwidth, DateOnly StartsOn)
{
    public static LineContent Of(ContractLine row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Number, row.Name, row.Kind, row.Location, row.Bandwidth, row.StartsOn);
    }
}

public abstract record LineOutcome
{
    private LineOutcome()
    {
    }

    /// <param name="Line">Which it is, or was.</param>
    public sealed record Done(Guid Line) : LineOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : LineOutcome;

    /// <summary>Another line of the contract has that number.</summary>
    public sealed record Taken : LineOutcome;

    public sealed record TooMany : LineOutcome;

    /// <summary>The contract has no such line any more.</summary>
    public sealed record Gone : LineOutcome;

    /// <summary>It stays while it has telephone numbers, which go by themselves.</summary>
    public sealed record HasNumbers : LineOutcome;

    /// <summary>Somebody changed the contract or its lines since the page was opened.</summary>
    /// <param name="Contract">As it is now.</param>
    /// <param name="Line">Likewise.</param>
    public sealed record Conflict(Contract Contract, LineContent Line) : LineOutcome;
}

/// <summary>
/// Lines of a contract, added, changed and removed one by one (ADMIN-4). The contract counts each of it as a change of
/// its own, so that two who change it at the same time notice.
/// </summary>
public sealed class ContractLines(PortalDbContext db, AccountLocks locks, AuditLog audit, AuditActor actor)
{
    public async Task<LineOutcome> AddAsync(Guid contractId, LineContent content, string reason)
    {
        ArgumentNullException.ThrowIfNull(content);
        var contract = await LockedAsync(contractId);
        var lines = db.ContractLines.Where(row => row.ContractId == contractId);
        if (await lines.AnyAsync(row => row.Number == content.Number))
        {
            return new LineOutcome.Taken();
        }

        if (await lines.CountAsync() >= ContractLimits.Lines)
        {
            return new LineOutcome.TooMany();
        }

        var id = Guid.CreateVersion7();
        db.ContractLines.Add(new ContractLine
        {
            Id = id,
            ContractId = contractId,
            Number = content.Number,
            Name = content.Name,
            Kind = content.Kind,
            Location = content.Location,
            Bandwidth = content.Bandwidth,
            StartsOn = content.StartsOn,
            Order = (await lines.MaxAsync(row => (int?)row.Order) ?? 0) + 1,
        });
        Counted(contract);
        var facts = Facts(content).Where(fact => fact.Value is not "").ToDictionary(fact => fact.Name, fact => fact.Value);
        audit.Record(ContractEvents.LineAdded, Subject(contract), reason, facts);
        return new LineOutcome.Done(id);
    }

    /// <param name="version">The contract's, as the page showed it.</param>
    public async Task<LineOutcome> ChangeAsync(Guid contractId, Guid lineId, int version, LineContent content, string reason)
    {
        ArgumentNullException.ThrowIfNull(content);
        var contract = await LockedAsync(contractId);
        if (await FindAsync(contractId, lineId) is not { } line)
        {
            return new LineOutcome.Gone();
        }

        var before = LineContent.Of(line);
        if (contract.Version != version)
        {
            return new LineOutcome.Conflict(contract, before);
        }

        if (content.Number != before.Number
            && await db.ContractLines.AnyAsync(row => row.ContractId == contractId && row.Number == content.Number))
        {
            return new LineOutcome.Taken();
        }

        var changes = ContractEditing.Changes(Facts(before), Facts(content));
        if (changes.Count == 0)
        {
            return new LineOutcome.Unchanged();
        }

        (line.Number, line.Name, line.Kind) = (content.Number, content.Name, content.Kind);
        (line.Location, line.Bandwidth, line.StartsOn) = (content.Location, content.Bandwidth, content.StartsOn);
        Counted(contract);
        audit.Record(ContractEvents.LineChanged, Subject(contract), reason, new { contractLine = before.Number, changes });
        return new LineOutcome.Done(lineId);
    }

    public async Task<LineOutcome> RemoveAsync(Guid contractId, Guid lineId, string reason)
    {
        var contract = await LockedAsync(contractId);
        if (await FindAsync(contractId, lineId) is not { } line)
        {
            return new LineOutcome.Gone();
        }

        if (await db.LineNumbers.AnyAsync(row => row.LineId == lineId))
        {
            return new LineOutcome.HasNumbers();
        }

        db.ContractLines.Remove(line);
        Counted(contract);
        audit.Record(ContractEvents.LineRemoved, Subject(contract), reason, new { contractLine = line.Number });
        return new LineOutcome.Done(lineId);
    }

    private async Task<Contract> LockedAsync(Guid contractId)
    {
        await locks.ContractAsync(contractId);
        return await db.Contracts.SingleAsync(row => row.Id == contractId);
    }

    private Task<ContractLine?> FindAsync(Guid contractId, Guid lineId) =>
        db.ContractLines.SingleOrDefaultAsync(row => row.Id == lineId && row.ContractId == contractId);

    // A line is a row of its own: without this the contract would not change.
    private void Counted(Contract contract)
    {
        contract.ChangedBy = actor.Name;
        db.Entry(contract).State = EntityState.Modified;
    }

    private static (string Name, object? Value)[] Facts(LineContent content) =>
    [
        ("contractLine", content.Number),
        ("lineLabel", content.Name),
        ("lineKind", content.Kind),
        ("linePlace", content.Location),
        ("lineSpeed", content.Bandwidth),
        ("lineStartsOn", content.StartsOn),
    ];

    private static AuditSubject Subject(Contract contract) => new(null, contract.Number, contract.Id);
}
