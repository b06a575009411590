using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Histories;
using Portal.Rules.Text;
using Portal.Rules.Text.Counting;
using Portal.Web.Audit.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>A history as a page shows it: by days, what happened several times in a row told once (FACE-6).</summary>
public sealed class HistoryFrames(HistoryKinds kinds, HistoryWords words, IDisplayTime time, IStringLocalizer<HistoryText> text)
{
    public ListFrame Of(HistoryPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var input = page.Input;
        IReadOnlyList<ListField> fields =
        [
            new("kind", text["Group"], input.Group)
            {
                Choices = [.. kinds.Groups.Select(group => new Choice(group, words.Group(group)))],
                Any = text["AllGroups"],
            },
            Day("from", text["From"], input.From),
            Day("to", text["To"], input.To),
        ];
        return new ListFrame(page.Title, page.Part is { } part ? new HistoryRows(Days(page.Scope, part.Rows), Head(page)) : null)
        {
            Fields = fields,
            Keep = "sort",
            None = new(text["NothingFound"], text["NothingFoundText"]) { Href = page.Path, Action = text["ClearConditions"] },
            Cursor = page.Part is null ? null : ListCursor.Of(page.Part, input.OldestFirst),
            Export = new(page.Path + "/export", text["Csv"], text["Xlsx"])
            {
                Conditions = [.. fields, new("sort", "", input.OldestFirst ? input.Sort : null)],
                Pdf = page.OffersPdf ? text["Pdf"].Value : null,
            },
        };
    }

    private static ListField Day(string name, string label, string? typed) => new(name, label, typed)
    {
        Type = "date",
        Shown = DayRange.Day(typed) is { } day ? MomentText.Of(day, CultureInfo.CurrentUICulture) : null,
    };

    private HistoryHead Head(HistoryPage page) => new(
        text[page.Total > ListCount.Most ? "CountMore" : CountedKey.Of("Count", page.Total),
            ListCount.Of(page.Total).Number.ToString("N0", CultureInfo.CurrentCulture)],
        time.Zone == ZoneLabel.Japan ? text["ZoneJapan"] : text["Zone", time.Zone],
        text[page.Input.OldestFirst ? "NewestFirst" : "OldestFirst"], page.Input.OldestFirst ? null : "at");

    private IReadOnlyList<HistoryDay<HistoryEntry>> Days(HistoryScope scope, IReadOnlyList<HistoryRow> rows)
    {
        // Of one account the page says whose they are; its login ID is told only where it was not always the same.
        var tellsName = scope.UserId is null;
        var tellsId = tellsName || rows.Select(row => row.LoginId).Distinct().Count() > 1;
        return HistoryRuns.Of([.. rows.Select(row => Entry(scope, row, tellsName, tellsId))],
            entry => new HistoryMark(entry.At, entry.What));
    }

    private HistoryEntry Entry(HistoryScope scope, HistoryRow row, bool tellsName, bool tellsId)
    {
        string?[] place =
        [
            HistoryWords.Browser(scope, row), HistoryWords.Address(scope, row),
            words.By(scope, row) is { } by ? text["ByWhom", by].Value : null,
        ];
        return new HistoryEntry(time.ToZone(row.OccurredAt), words.Event(row), HistoryTones.Of(kinds, row.Kind, row.Reason))
        {
            Who = Who(tellsName ? row.Name : "", tellsId ? row.LoginId : null),
            Place = string.Join(text["Apart"], place.Where(part => !string.IsNullOrEmpty(part))),
            Times = times => text["Times", times],
        };
    }

    private string Who(string name, string? id) => (name, id) switch
    {
        ("", _) => id ?? "",
        (_, null) => name,
        _ => text["Who", name, id],
    };
}
