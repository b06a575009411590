using Portal.Rules.OptionServices;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices;

/// <summary>Understands the form of one service, and tells its settings in words.</summary>
public interface IOptionInput<in TForm>
    where TForm : OptionForm
{
    OptionSettings Read(TForm form, FormReader reader);

    IReadOnlyList<OptionLine> Lines(OptionSettings settings);
}
