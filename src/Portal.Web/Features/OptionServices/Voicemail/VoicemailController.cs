using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Features.OptionServices.Voicemail;

/// <summary>Setting voicemail.</summary>
[Route("options/{number}/voicemail")]
public sealed class VoicemailController(OptionEditing editing, IOptionInput<VoicemailForm> input)
    : OptionFormController<VoicemailForm>(editing, input);
