using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Lines;

/// <param name="Title">A line or a number.</param>
/// <param name="Text">What it is: a name, or its kind.</param>
public sealed record LinesPanelRow(string Title, string Text);

/// <param name="Total">Of which <paramref name="First"/> are shown.</param>
public sealed record LinesPanel(IReadOnlyList<LinesPanelRow> First, int Total);

/// <summary>The lines and numbers of one's contract, the first of them by name.</summary>
public sealed class LinesHomeSection(PortalDbContext db, CurrentSession session, CurrentTenant tenant, Offers offers,
    IStringLocalizer<LinesText> text) : IHomeSection
{
    private const int Shown = 5;

    /// <summary>One more than is shown tells whether there are more.</summary>
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<LineNumber>>> FirstNumbers = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid contract) => db.LineNumbers.AsNoTracking()
            .Where(number => number.ContractId == contract).OrderBy(number => number.Order).Take(Shown + 1)));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid, IAsyncEnumerable<ContractLine>>> FirstLines = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid contract) => db.ContractLines.AsNoTracking()
            .Where(line => line.ContractId == contract).OrderBy(line => line.Order).ThenBy(line => line.Number).Take(Shown + 1)));

    public async Task<HomePanel?> PanelAsync()
    {
        if (!offers.HasPage(LinesPaths.Index) || session.User.ContractId is not { } contract)
        {
            return null;
        }

        if ((await NumbersAsync(contract) ?? await OfLinesAsync(contract)) is not { } panel)
        {
            return null;
        }

        var title = tenant.Value.Profile.MenuTitle("lines")?.ToString() ?? text["Title"];
        return new HomePanel("lines", title, "/Features/Lines/_HomeLines.cshtml", panel);
    }

    private async Task<LinesPanel?> NumbersAsync(Guid contract)
    {
        var first = await FirstNumbers.For(db)(db, contract).ToListAsync();
        return first.Count == 0 ? null : new LinesPanel(
            [.. first.Take(Shown).Select(row => new LinesPanelRow(TelephoneDisplay.National(row.Number), Kind(row)))],
            first.Count > Shown ? await db.LineNumbers.CountAsync(number => number.ContractId == contract) : first.Count);
    }

    private async Task<LinesPanel?> OfLinesAsync(Guid contract)
    {
        var first = await FirstLines.For(db)(db, contract).ToListAsync();
        return first.Count == 0 ? null : new LinesPanel(
            [.. first.Take(Shown).Select(row => new LinesPanelRow(TelephoneDisplay.National(row.Number), Words(row)))],
            first.Count > Shown ? await db.ContractLines.CountAsync(line => line.ContractId == contract) : first.Count);
    }

    private string Kind(LineNumber row)
    {
        string kind = text["Number." + row.Kind];
        return row.Name.Length > 0 ? $"{kind} · {row.Name}" : kind;
    }

    private string Words(ContractLine row)
    {
        var name = row.Name.Length > 0 ? row.Name : text["Kind." + row.Kind].Value;
        return row.Bandwidth.Length > 0 ? $"{name} · {row.Bandwidth}" : name;
    }
}
