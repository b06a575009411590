using System.Text.Json;
using Portal.Rules.Delegation;
using Portal.Web.Audit.Histories;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Export;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>Histories as files: short ones at once, long ones by a job (HIST-3).</summary>
public sealed class HistorySource(HistoryExport export, Delegates delegates, CurrentTenant current, TimeProvider clock) : IExportSource
{
    public const string Word = "sign-in-history";

    public string Kind => Word;

    public ExportRequest Request(HistoryOrder order, object facts, string language)
    {
        ArgumentNullException.ThrowIfNull(order);
        var now = clock.GetUtcNow();

        // What happens from now on was not on the screen (EX-04), this request least of all.
        var closed = order.Filter with { Until = order.Filter.Until is { } until && until < now ? until : now };
        return new ExportRequest(Word, order.FileName(now, "xlsx"),
            new HistoryContents(order.Scope, closed, order.Title, order.Zone, language, ExportContents.FactsOf(facts)));
    }

    /// <summary>The same rows for a file that is short enough to be made at once.</summary>
    public ExportTable Table(HistoryOrder order, Func<int, Task> counted) => export.Table(order, counted);

    public ExportTable Table(PortalTenant tenant, ExportJob job, Func<int, Task> counted)
    {
        var contents = ExportContents.Of<HistoryContents>(job);
        return Table(new HistoryOrder(tenant, contents.Scope, contents.Filter, contents.Title, contents.Zone), counted);
    }

    public async Task<bool> MayFetchAsync(ExportJob job) => ExportContents.Of<HistoryContents>(job).Scope switch
    {
        { Reader: HistoryReader.Owner } => true,
        { UserId: { } subject } => await delegates.AskAsync(subject, DelegatedAct.SeeHistory) is Delegation.Granted,
        var scope =>
            !current.Value.IsStaffRealm && await delegates.AskForContractAsync(DelegatedAct.SeeHistory) is { } who
                && who.ContractId == scope.ContractId,
    };

    private sealed record HistoryContents(HistoryScope Scope, HistoryFilter Filter, string Title, string Zone, string Language,
        JsonElement Facts) : ExportContents(Language, Facts);
}
