namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>No face can draw an official family; the message says in Chinese how to get one.</summary>
public sealed class FontsMissingException(string family)
    : Exception($"没有可用于绘制“{family}”的字体。请运行 fetch 命令下载开源字体，或把字体放入 DOCFLOW_FONTS 所指的文件夹。");
