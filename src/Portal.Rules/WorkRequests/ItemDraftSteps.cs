using System.Globalization;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// What the buttons of the form do to a draft, each a round trip: fields and columns are added, moved and removed, and
/// one field at a time is open. What stands elsewhere in the draft stays as it was typed.
/// </summary>
public static class ItemDraftSteps
{
    private const string Field = "field";
    private const string Column = "column";

    /// <summary>Another type was chosen: its parts are shown.</summary>
    public const string Redraw = "redraw";

    /// <returns>Null where the button is none of these.</returns>
    /// <param name="draft">As it was typed.</param>
    /// <param name="step">What the button says, such as "field.up.2"; a place that is none changes nothing.</param>
    public static ItemDraft? Press(ItemDraft draft, string? step)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return (step ?? "").Split('.') switch
        {
            [Redraw] => draft,
            [Field, "add"] => draft.Fields.Count < WorkLimits.Fields
                ? draft with { Fields = [.. draft.Fields, new FieldDraft()], Open = draft.Fields.Count }
                : draft,
            [Field, "close"] => draft with { Open = null },
            [Field, "open", var at] => PlaceIn(draft.Fields, at) is { } place ? draft with { Open = place } : draft,
            [Field, var act, var at] => PlaceIn(draft.Fields, at) is { } place ? Fields(draft, act, place) : draft,
            [Column, "add"] => WithColumns(draft, columns => columns.Count < WorkLimits.Columns ? [.. columns, new FieldDraft()] : columns),
            [Column, var act, var at] => WithColumns(draft,
                columns => PlaceIn(columns, at) is { } place ? Changed(columns, act, place) : columns),
            _ => null,
        };
    }

    private static ItemDraft Fields(ItemDraft draft, string act, int place)
    {
        var to = act switch
        {
            "up" when place > 0 => place - 1,
            "down" when place < draft.Fields.Count - 1 => place + 1,
            _ => place,
        };
        int? open = act == "remove"
            ? draft.Open == place ? null : draft.Open - (draft.Open > place ? 1 : 0)
            : draft.Open == place ? to : draft.Open == to ? place : draft.Open;
        return draft with { Fields = Changed(draft.Fields, act, place), Open = open };
    }

    private static IReadOnlyList<FieldDraft> Changed(IReadOnlyList<FieldDraft> all, string act, int place)
    {
        var changed = all.ToList();
        switch (act)
        {
            case "remove":
                changed.RemoveAt(place);
                break;
            case "up" when place > 0:
                changed.Reverse(place - 1, 2);
                break;
            case "down" when place < all.Count - 1:
                changed.Reverse(place, 2);
                break;
        }

        return changed;
    }

    private static ItemDraft WithColumns(ItemDraft draft, Func<IReadOnlyList<FieldDraft>, IReadOnlyList<FieldDraft>> change) =>
        draft.Open is { } open && open < draft.Fields.Count
            ? draft with
            {
                Fields = [.. draft.Fields.Select((field, at) => at == open ? field with { Columns = change(field.Columns) } : field)],
            }
            : draft;

    private static int? PlaceIn(IReadOnlyList<FieldDraft> all, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < all.Count ? place : null;
}
