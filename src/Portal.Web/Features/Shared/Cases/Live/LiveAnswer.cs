using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Cases;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>The page of a case on one side.</summary>
/// <param name="Entries">
/// How many entries the signed-in reader sees, null where it does not see the case; asked anew in a scope of its own.
/// </param>
public sealed record LivePage(Guid TenantId, Guid CaseId, CaseSide Side, Func<IServiceProvider, Task<int?>> Entries);

/// <summary>
/// The answer that goes on while the page is open. It is written after the action, whose unit of work has ended by
/// then: nothing of the database is held.
/// </summary>
/// <param name="after">How many entries the page shows.</param>
public sealed class LiveAnswer(LivePage page, int after) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.HttpContext.RequestServices.GetRequiredService<LiveStreams>().ServeAsync(context.HttpContext, page, after);
    }
}
