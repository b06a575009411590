using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text.Counting;
using Portal.Rules.WorkRequests;
using Portal.Web.Features.Shared.Points;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.WorkRequests;

/// <summary>What statuses and costs of work requests are called, and how they look.</summary>
public sealed class WorkWords(PointWords points, IStringLocalizer<WorkSharedText> text)
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string Status(WorkStatus status) => text["Status." + status];

    public ListTag Tag(WorkStatus status) => new(Status(status), status switch
    {
        WorkStatus.Submitted => "info",
        WorkStatus.Accepted => "success",
        WorkStatus.Declined => "error",
        _ => "neutral",
    });

    public string Cost(int cost) => cost == 0 ? text["NoPoints"] : points.Points(cost);

    public string Days(int days) => text[CountedKey.Of("Days", days), days];
}
