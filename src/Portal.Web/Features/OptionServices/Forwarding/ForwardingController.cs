using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.OptionServices.Forwarding;

/// <summary>Setting call forwarding.</summary>
[Route("options/{number}/forwarding")]
public sealed class ForwardingController(OptionEditing editing, IOptionInput<ForwardingForm> input)
    : OptionFormController<ForwardingForm>(editing, input);
