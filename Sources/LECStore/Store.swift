import LECModel
