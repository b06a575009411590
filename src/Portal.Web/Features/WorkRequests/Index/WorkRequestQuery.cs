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

    /// <summary>The same words and order in another of the lists; with its question mark.</summary>
    public string AddressOf(WorkStatus? status)
    {
        (string Name, string? Value)[] all = [("view", Key(status)), ("q", Given(Q)), ("sort", Given(Sort) is null ? null : Order)];
        return QueryString.Create(all.Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value)).Value!;
    }

    public static string Key(WorkStatus? status) => status?.ToString().ToLowerInvariant() ?? "all";
}
