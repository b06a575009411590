using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.OptionServices.ClickToDial;

/// <summary>Setting click to dial.</summary>
[Route("options/{number}/click-to-dial")]
public sealed class DialController(OptionEditing editing, IOptionInput<DialForm> input) : OptionFormController<DialForm>(editing, input);
