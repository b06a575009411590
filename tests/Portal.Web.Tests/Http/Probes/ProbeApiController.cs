using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Tests.Http.Probes;

/// <summary>What a program asks for, not a person.</summary>
[ApiController]
[Route("probe-api")]
public sealed class ProbeApiController : ControllerBase
{
    [HttpGet]
    public IActionResult Show() => throw new InvalidOperationException("secret-of-the-exception");
}
