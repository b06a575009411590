using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Index;

/// <summary>The columns a profile can ask for, on the screen and in a file.</summary>
public sealed class OperatorColumns(IStringLocalizer<OperatorsText> text, OperatorWords words, Delegates delegates)
{
    /// <summary>The ID and the name come first.</summary>
    private const int NamesEnd = 2;

    private const string Id = "id";
    private const string LastSignIn = "lastSignIn";
    private const string Updated = "updated";

    private static readonly Dictionary<string, string> Orders = new(StringComparer.Ordinal)
    {
        [Id] = Id,
        ["name"] = "name",
        ["department"] = "department",
        ["email"] = "email",
        [LastSignIn] = "-lastSignIn",
        ["validUntil"] = "validUntil",
        [Updated] = "-updated",
    };

    /// <summary>Of a file: plain values, nothing that leads anywhere.</summary>
    public IReadOnlyList<ListColumn<OperatorRow>> InFile => [.. words.Profile.Columns.Select(column => Column(column, Cell(column)))];

    /// <summary>
    /// The first one leads to the ID, and a locked one offers its release to whoever may do that. The holder is the
    /// same in all rows and stands above them, in a file only beside each.
    /// </summary>
    /// <param name="others">Columns that other features bring, already read; behind the name.</param>
    public IReadOnlyList<ListColumn<OperatorRow>> OnScreen(PortalUser who, OperatorFilter filter,
        IReadOnlyList<ListColumn<OperatorRow>> others)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var own = words.Profile.Columns.Where(column => column != "holder").Select((column, number) => (number, column) switch
        {
            (0, _) => Column(column, Linked(Cell(column), filter)) with { NamesRow = true },
            (_, "state") => Column(column, row => State(who, row, filter)),
            _ => Column(column, Cell(column)),
        }).ToList();
        own.InsertRange(Math.Min(NamesEnd, own.Count), others);
        return delegates.MayInContract(who, DelegatedAct.ActFor) ? [.. own, Proxies(who)] : own;
    }

    /// <summary>One press opens a user's settings beside the list (LINK-6).</summary>
    private ListColumn<OperatorRow> Proxies(PortalUser who) => new(text["ActForTitle"],
        row => MayOpen(who, row) ? Opens(row) : new ListCell.Text(""))
    {
        Places = ListPlaces.Screen,
    };

    private ListCell.Act Opens(OperatorRow row) =>
        new(OperatorPaths.ActFor(row.User.Id), text["ActForOpen"], text["ActForAbout", words.Named(row.User)]) { InNewTab = true };

    private bool MayOpen(PortalUser who, OperatorRow row) =>
        !row.States.Contains(OperatorState.Disabled) && delegates.MayDo(who, row.User, DelegatedAct.ActFor);

    private ListColumn<OperatorRow> Column(string column, Func<OperatorRow, ListCell> cell) => new(words.Heading(column), cell)
    {
        Order = Orders.GetValueOrDefault(column),
        HoldsNumbers = column == "sessions",
        HoldsMoments = column is LastSignIn or Updated,
        Places = ListPlaces.Both,
    };

    private static Func<OperatorRow, ListCell> Linked(Func<OperatorRow, ListCell> cell, OperatorFilter filter) =>
        row => new ListCell.Link(OperatorPaths.Show(row.User.Id) + filter.Carry, cell(row));

    private ListCell State(PortalUser who, OperatorRow row, OperatorFilter filter)
    {
        var tags = States(row);
        return row.Lock is null || !delegates.MayDo(who, row.User, DelegatedAct.ReleaseLockout)
            ? tags
            : new ListCell.Lines(tags, new ListCell.Lead(OperatorPaths.Page(row.User.Id, "lockout-release") + filter.Carry,
                text["ReleaseTitle"], text["OfId", words.Named(row.User)]));
    }

    private ListCell.Tags States(OperatorRow row) =>
        new([.. row.States.Select(state => new ListTag(text["State." + state], OperatorStates.Tone(state)))]);

    private Func<OperatorRow, ListCell> Cell(string column) => column switch
    {
        Id => row => new ListCell.Text(row.User.UserName),
        "name" => row => new ListCell.Text(row.User.DisplayName),
        "department" => row => new ListCell.Text(row.User.Department),
        "email" => row => new ListCell.Text(EmailAddress.Readable(row.User.Email) ?? ""),
        "phone" => row => new ListCell.Whole(row.User.Phone ?? ""),
        "holder" => row => new ListCell.Text(row.User.Contract?.Holder?.Name),
        "state" => States,
        LastSignIn => row => new ListCell.Moment(row.User.SignIn?.LastSignInAt),
        "sessions" => row => new ListCell.Number(row.Sessions),
        "validUntil" => row => new ListCell.Day(row.User.ValidUntil),
        Updated => row => new ListCell.Moment(row.User.ChangedAt),
        _ => _ => new ListCell.Text(""),
    };
}
