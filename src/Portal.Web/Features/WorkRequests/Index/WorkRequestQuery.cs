using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Lists;

namespace Portal.Web.Features.WorkRequests.Index;

/// <summary>Which requests are looked at, as it stands in the address.</summary>
public sealed class WorkRequestQuery : ListInput
{
    public string? View { get; set; }

    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    /// <summary>Null for all; so is what is not understood (IV-09).</summary>
    public WorkStatus? Status => Enum.GetValues<WorkStatus>().Where(status => Key(status) == View).Select(status => (WorkStatus?)status)
        .FirstOrDefault();

    public string Order => WorkRequestList.Orders.Of(Sort);

    public static string Key(WorkStatus? status) => status?.ToString().ToLowerInvariant() ?? "all";
}
