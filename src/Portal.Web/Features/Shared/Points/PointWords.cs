using Microsoft.Extensions.Localization;
using Portal.Rules.Points;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Points;

/// <summary>Points in words, the same for customers and staff.</summary>
public sealed class PointWords(IStringLocalizer<PointSharedText> text)
{
    public string Points(int points) => text[CountedKey.Of("Points", points), ReaderText.Number(points)];

    public string Days(PointSpan span) => text["Days", ReaderText.Day(span.From), ReaderText.Day(span.Until)];

    public ListTag Kind(PointKind kind) => new(text["Kind." + kind], kind switch
    {
        PointKind.Grant => "success",
        PointKind.Reserve => "info",
        PointKind.Return => "purple",
        PointKind.TakeBack => "orange",
        _ => "neutral",
    });

    /// <summary>What it does to the points that are left: what is used was set aside before.</summary>
    public string Change(PointEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var amount = ReaderText.Number(entry.Amount);
        return entry.Kind switch
        {
            PointKind.Grant or PointKind.Return => "+" + amount,
            PointKind.Use => text["FromReserved", amount],
            _ => "\u2212" + amount,
        };
    }

    public string What(PointEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Kind == PointKind.Expire ? text["What.Expired"] : entry.What;
    }

    public string Who(PointEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.ActorKind switch
        {
            ActorKind.Staff => text["Who.Staff", entry.ActorName],
            ActorKind.User => entry.ActorName,
            _ => text["Who.System"],
        };
    }
}
