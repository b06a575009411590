using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Benchmarks.Subjects.Empty;

[Authorize]
public sealed class EmptyController : Controller
{
    [HttpGet("empty")]
    public ViewResult Show() => View("~/Subjects/Empty/Views/Empty.cshtml");
}
