using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.OptionServices.AnonymousRejection;

/// <summary>Setting anonymous call rejection.</summary>
[Route("options/{number}/anonymous-rejection")]
public sealed class RejectionController(OptionEditing editing, IOptionInput<RejectionForm> input)
    : OptionFormController<RejectionForm>(editing, input);
