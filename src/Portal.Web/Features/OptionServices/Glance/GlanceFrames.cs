using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.OptionServices.Glance;

/// <summary>All numbers and what each uses, at a glance (OPT-2).</summary>
public sealed class GlanceFrames(OptionWords words, IStringLocalizer<OptionsText> text)
{
    public ListFrame Of(GlanceInput input, ListPage<NumberOptions> page, ListCount all, ListCount pending)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ListFrame(text["Title"], new ListRows<NumberOptions>(Columns(), page.Rows))
        {
            Search = new ListField("q", text["Search"], input.Word) { Type = "search" },
            Keep = "state",
            Tabs =
            [
                new(text["All"], OptionPaths.Index + input.QueryOf(isPending: false), !input.IsPending, all),
                new(text["Pending"], OptionPaths.Index + input.QueryOf(isPending: true), input.IsPending, pending),
            ],
            None = new(text["NoNumbers"], text["NoNumbersText"]) { Href = HomePaths.Root, Action = text["Home"] },
            NoMatch = new(text["NoMatch"], text["NoMatchText"]),
            Span = ListSpan.Of(page),
        };
    }

    private List<ListColumn<NumberOptions>> Columns() =>
    [
        new(text["Number"], row => new ListCell.Link(OptionPaths.Number(E164.National(row.Number.Number)),
            new ListCell.Whole(words.Numbered(row.Number)))) { NamesRow = true },
        new(text["NumberName"], row => new ListCell.Text(row.Number.Name.Length > 0 ? row.Number.Name : null)),
        .. Enum.GetValues<OptionService>().Select(service =>
            new ListColumn<NumberOptions>(words.Named(service), row => Cell(row, service))),
    ];

    private ListCell.Tags Cell(NumberOptions row, OptionService service)
    {
        var setting = row.Row(service);
        var use = setting is { IsInUse: true } ? new ListTag(text["InUse"], "info") : new ListTag(text["NotInUse"], "neutral");
        return setting is { State: Rules.Provisioning.ProvisioningState.Applied or Rules.Provisioning.ProvisioningState.Kept }
            || words.Tag(setting) is not { } state ? new ListCell.Tags([use]) : new ListCell.Tags([use, state]);
    }
}
